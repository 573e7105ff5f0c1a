"""The sample in `data/contoh/`: invented statuses, dates and texts around the unit's real list.

`story` says what happens, the other modules tell it for one as-of date, `build` stores the five
snapshots. Seeded, without a clock: the same program writes the same content.
"""
