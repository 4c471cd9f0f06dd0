"""Pages: the template environment, components, whole page or fragment."""
