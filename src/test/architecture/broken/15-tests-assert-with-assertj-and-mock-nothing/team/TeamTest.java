package sample.team;

import org.junit.jupiter.api.Assertions;

class TeamTest {
    void counts() {
        Assertions.assertEquals(1, 1);
    }
}
