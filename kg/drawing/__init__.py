"""What a picture is made of."""
