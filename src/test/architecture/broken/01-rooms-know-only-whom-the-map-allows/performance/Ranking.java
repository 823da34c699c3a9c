package sample.performance;

public class Ranking {}
