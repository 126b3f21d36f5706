"""Words of windows that the toolkit brings: buttons, edit menus, dialogs for files and printing. It speaks half our languages.

The English is the toolkit's own, without the signs that mark letters for the keyboard; `%1` and `%n` are its places for values.
"""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

_BUTTONS: Final = (
    pgettext("system window", "OK"),
    pgettext("system window", "Cancel"),
    pgettext("system window", "Close"),
    pgettext("system window", "Open"),
    pgettext("system window", "Save"),
    pgettext("system window", "Yes"),
    pgettext("system window", "No"),
)
_EDITING: Final = (
    pgettext("system window", "Undo"),
    pgettext("system window", "Redo"),
    pgettext("system window", "Cut"),
    pgettext("system window", "Copy"),
    pgettext("system window", "Paste"),
    pgettext("system window", "Delete"),
    pgettext("system window", "Select All"),
)
_SCROLLING: Final = (
    pgettext("system window", "Scroll here"),
    pgettext("system window", "Top"),
    pgettext("system window", "Bottom"),
    pgettext("system window", "Page up"),
    pgettext("system window", "Page down"),
    pgettext("system window", "Scroll up"),
    pgettext("system window", "Scroll down"),
    pgettext("system window", "Left edge"),
    pgettext("system window", "Right edge"),
    pgettext("system window", "Page left"),
    pgettext("system window", "Page right"),
    pgettext("system window", "Scroll left"),
    pgettext("system window", "Scroll right"),
)
_FILES: Final = (
    pgettext("system window", "Drive"),
    pgettext("system window", "Folder"),
    pgettext("system window", "Choose"),
    pgettext("system window", "Look in:"),
    pgettext("system window", "Find Directory"),
    pgettext("system window", "Save As"),
    pgettext("system window", "New Folder"),
    pgettext("system window", "Rename"),
    pgettext("system window", "All Files (*)"),
    pgettext("system window", "Back"),
    pgettext("system window", "Forward"),
    pgettext("system window", "Go back"),
    pgettext("system window", "Go forward"),
    pgettext("system window", "Parent Directory"),
    pgettext("system window", "Go to the parent directory"),
    pgettext("system window", "Create New Folder"),
    pgettext("system window", "Create a New Folder"),
    pgettext("system window", "List View"),
    pgettext("system window", "Change to list view mode"),
    pgettext("system window", "Detail View"),
    pgettext("system window", "Change to detail view mode"),
    pgettext("system window", "Sidebar"),
    pgettext("system window", "List of places and bookmarks"),
    pgettext("system window", "Files"),
    pgettext("system window", "Directories"),
    pgettext("system window", "Directory:"),
    pgettext("system window", "File name:"),
    pgettext("system window", "Files of type:"),
    pgettext("system window", "Show hidden files"),
    pgettext("system window", "Computer"),
    pgettext("system window", "My Computer"),
    pgettext("system window", "Recent Places"),
    pgettext("system window", "Name"),
    pgettext("system window", "Size"),
    pgettext("system window", "Type"),
    pgettext("system window", "Date Modified"),
    pgettext("system window", "%1 already exists.\nDo you want to replace it?"),
    pgettext("system window", "%1\nFile not found.\nPlease verify the correct file name was given."),
    pgettext("system window", "%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    pgettext("system window", "Are you sure you want to delete '%1'?"),
    pgettext("system window", "Could not delete directory."),
)
_PRINTING: Final = (
    pgettext("system window", "Print"),
    pgettext("system window", "Options >>"),
    pgettext("system window", "Options <<"),
    pgettext("system window", "All Pages"),
    pgettext("system window", "Odd Pages"),
    pgettext("system window", "Even Pages"),
    pgettext("system window", "Local file"),
    pgettext("system window", "Print to File (PDF)"),
    pgettext("system window", "Write PDF file"),
    pgettext("system window", "Collate"),
    pgettext("system window", "Color Mode"),
    pgettext("system window", "Color"),
    pgettext("system window", "Grayscale"),
    pgettext("system window", "Copies"),
    pgettext("system window", "Copies:"),
    pgettext("system window", "Current Page"),
    pgettext("system window", "Double Sided Printing"),
    pgettext("system window", "Long side binding"),
    pgettext("system window", "Short side binding"),
    pgettext("system window", "Off"),
    pgettext("system window", "Options"),
    pgettext("system window", "Output Settings"),
    pgettext("system window", "Page Set:"),
    pgettext("system window", "Pages"),
    pgettext("system window", "Pages from"),
    pgettext("system window", "to"),
    pgettext("system window", "Print all"),
    pgettext("system window", "Print range"),
    pgettext("system window", "Reverse"),
    pgettext("system window", "Selection"),
    pgettext("system window", "Name:"),
    pgettext("system window", "Location:"),
    pgettext("system window", "Type:"),
    pgettext("system window", "Output file:"),
    pgettext("system window", "Properties"),
    pgettext("system window", "Preview"),
    pgettext("system window", "Printer"),
    pgettext(
        "system window",
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
        "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.",
    ),
)
_ACTIONS: Final = (
    pgettext("system window", "Press"),
    pgettext("system window", "Toggle"),
    pgettext("system window", "Check"),
    pgettext("system window", "Uncheck"),
    pgettext("system window", "Increase"),
    pgettext("system window", "Decrease"),
    pgettext("system window", "ShowMenu"),
    pgettext("system window", "SetFocus"),
)
"""What a screen reader says that can be done with a widget."""

SYSTEM_WORDS: Final[Mapping[str, Message]] = {
    message.text: message for part in (_BUTTONS, _EDITING, _SCROLLING, _FILES, _PRINTING, _ACTIONS) for message in part
}
"""By the toolkit's English."""
