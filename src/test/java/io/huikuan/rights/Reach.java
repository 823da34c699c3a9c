package io.huikuan.rights;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How far a right goes. */
enum Reach {
    /** The role may not do this at all. */
    FORBIDDEN("-", null),
    /** The role may, but none of these rows is its own: what is asked for is always the caller's own. */
    NOBODYS("none", null),
    OWN("own", Whose.OWN),
    TEAM("team", Whose.TEAM_MATE),
    ORGANISATION("all", Whose.OTHER_TEAM),
    /** Nothing of it belongs to anybody. */
    EVERYTHING("any", Whose.OTHER_ORGANISATION);

    private final String word;
    private final @Nullable Whose furthest;

    Reach(String word, @Nullable Whose furthest) {
        this.word = word;
        this.furthest = furthest;
    }

    boolean reaches(Whose whose) {
        return furthest != null && whose.compareTo(furthest) <= 0;
    }

    static Reach of(String word) {
        return Arrays.stream(values())
                .filter(reach -> reach.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reach is called " + word));
    }
}
