"""What we make: each room is a function of the Library that returns files; no room knows another."""
