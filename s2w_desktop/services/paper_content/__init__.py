"""What the profile paper prints of a profile, subject by subject. Whatever is not chosen here is not on the paper."""
