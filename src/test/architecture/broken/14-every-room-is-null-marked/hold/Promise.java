package sample.hold;

class Promise {}
