"""What a translation must keep of its source's markup."""
