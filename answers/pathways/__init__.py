"""What is told of the way from a referral: its steps, the levels at which children are assessed, and who refers."""
