"""The text inside every bundle that tells a stranger how to open it; fixed, so that it says nothing about its content."""

README_NAME = "README.txt"

README = b"""\
This is a bundle of skills profiles, format s2w-bundle/1. It opens with standard tools:

    age --decrypt -i identity.txt S2W-........s2w | tar x
    minisign -Vm manifest.json -p sender.pub
    sha256sum --check <(jq -r '.members[] | "\\(.sha256)  \\(.name)"' manifest.json)
    gunzip --keep records-0001.jsonl.gz

The signature stands for the manifest, the manifest for every other file. Do not trust content before both were checked.
Each line of the records is one JSON object. It holds personal data of people who asked for protection: keep it closed.
"""
