package sample.team;

public interface MemberQueries {}
