"""What `./dev bench` is made of: one module for each thing that is measured."""
