"""What stands between the network and the pages: headers, sizes, times, rates."""
