"""Padmé (Nikitin et al. 2019): sizes rounded up so that they tell little, at a cost of at most 12 per cent.

Only the highest bits of a length stay free: a length of E bits keeps about log2(E) of them.
"""


def padded_size(length: int) -> int:
    """The Padmé size of a length; a multiple of 512 stays one."""
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask
