package sample.team;

import io.quarkus.narayana.jta.QuarkusTransaction;

class RegroupingJob {
    void run() {
        QuarkusTransaction.begin();
    }
}
