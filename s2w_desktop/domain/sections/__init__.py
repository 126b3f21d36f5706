"""What is asked, one file per subject of the interview; `domain.questionnaire` puts the sections in order."""
