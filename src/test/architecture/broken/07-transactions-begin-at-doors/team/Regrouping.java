package sample.team;

import jakarta.transaction.Transactional;

class Regrouping {
    @Transactional
    public void regroup() {}
}
