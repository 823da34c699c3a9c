package sample.team;

import java.time.Clock;

class Deadline {
    Clock clock;
}
