"""The figure on the screen: colours, painting and the widget."""
