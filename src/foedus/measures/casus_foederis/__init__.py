"""Whether a war was a case for an alliance: the engine on other codings, and on wars that others have coded."""
