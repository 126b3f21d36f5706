"""Invented populations: whole interviews of many people, whose shares stand as data in `resources/demo/NAME`.

`people.population` makes them. `shares` reads the data, `lives` draws who somebody is, `visits` where and when the talk is,
`talks` writes the answers that the questionnaire really asks for, and the other files tell one subject of the interview each.
"""
