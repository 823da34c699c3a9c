package sample.team;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Crowd {
    Crowd(Teams one, Teams two, Teams three, Teams four, Teams five, Teams six) {}
}
