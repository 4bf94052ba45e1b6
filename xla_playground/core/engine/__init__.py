"""The engine as everything else sees it."""
