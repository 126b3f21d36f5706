"""What headquarters tells a device to do, with its next receipt."""

from enum import StrEnum


class Order(StrEnum):
    """The kinds of orders. The codes travel: never rename one."""

    NEW_EPOCH = "new_epoch"  # number anew and send everything again
    ERASE = "erase"  # erase a profile
    REVOKE = "revoke"  # record nothing new
    REINSTATE = "reinstate"  # it was found again: go on
    INSTALL_REFERENCE = "install_reference"  # somebody is to install a reference pack
