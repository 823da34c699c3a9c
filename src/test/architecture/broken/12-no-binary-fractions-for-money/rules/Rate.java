package sample.rules;

class Rate {
    double share;
}
