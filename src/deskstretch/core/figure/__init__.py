"""The figure: a small 3D skeleton, its poses and the way between them. Pure geometry."""
