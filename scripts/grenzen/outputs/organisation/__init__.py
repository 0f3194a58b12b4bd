"""For organisations: an example of their own folder (``scaffold``) and what of ours they replaced (``report``)."""
