/**
 * Files that somebody sent: stored, worked on by whichever replica holds the lease, and what became of their rows. It has no door
 * for other rooms; whoever imports does so over the API. Its invariant: each row of a file is done with exactly once, whichever
 * replica dies on the way, and memory does not grow with the file.
 */
@NullMarked
package io.huikuan.importing;

import org.jspecify.annotations.NullMarked;
