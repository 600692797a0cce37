"""What an image is made of, and under which licences."""
