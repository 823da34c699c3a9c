package io.huikuan.subscription;

import java.util.List;

/**
 * Numbers in words, and those that a headline has room for.
 *
 * @param counts as many as the kind of push names
 */
record Said(String subject, String text, List<Integer> counts) {}
