"""Small widgets that know nothing of calls: a switch, spin boxes, labels."""
