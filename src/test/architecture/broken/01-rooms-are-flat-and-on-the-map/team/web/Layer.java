package sample.team.web;

class Layer {}
