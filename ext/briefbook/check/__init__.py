"""A look over a whole book before it is built: what is wrong, and which bodies it lacks."""
