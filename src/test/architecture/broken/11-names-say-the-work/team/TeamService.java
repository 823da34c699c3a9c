package sample.team;

class TeamService {}
