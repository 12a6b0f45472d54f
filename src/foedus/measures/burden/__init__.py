"""Burdens: who carries how much of a common defence, against what each can pay and what each gains."""
