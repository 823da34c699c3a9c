package sample.account;

import sample.audit.Trail;

class Watched {
    Trail by;
}
