package io.huikuan.importing;

/** A file is in the database, and this replica may begin with it. */
record ImportReceived(Lease lease) {}
