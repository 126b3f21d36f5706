"""Variables that an analysis uses, worked out of a profile (profile-model 6.23): pure functions, one file per subject.

A value is an answer's code, a figure or a flag; where there is none, it is a member of `answered.Absence`, or None when the
question was not asked. Reports count these five apart (profile-model 6.0).
"""
