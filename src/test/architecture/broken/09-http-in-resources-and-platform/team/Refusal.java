package sample.team;

import jakarta.ws.rs.NotFoundException;

class Refusal {
    NotFoundException reason;
}
