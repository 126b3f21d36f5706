"""Build hook of hatchling: compiles the catalogues, and puts them and the resources inside the wheel.

A checkout installed in editable mode reads both from the checkout itself, so nothing is copied for it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.append(str(Path(__file__).resolve().parent))  # hatchling loads this file by path, its neighbours are unknown

from catalogues import compile_all, template_path

DATA = "s2w_desktop/_data"


class CatalogueHook(BuildHookInterface[Any]):
    """Runs before the files of a wheel are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write every .mo and name the data for the wheel. A faulty catalogue stops the build."""
        root = Path(self.root)
        compiled = compile_all(root)
        if self.target_name != "wheel" or version == "editable":
            return
        included: dict[str, str] = build_data["force_include"]
        included["resources"] = f"{DATA}/resources"
        template = template_path(root)
        included[str(template.relative_to(root))] = f"{DATA}/{template.relative_to(root).as_posix()}"
        included.update({str(mo.relative_to(root)): f"{DATA}/{mo.relative_to(root).as_posix()}" for mo in compiled})
