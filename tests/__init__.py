"""What holds, said and shown."""
