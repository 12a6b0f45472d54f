"""What if: a contingency stated in a form whose address is the contingency, and the answer to it."""
