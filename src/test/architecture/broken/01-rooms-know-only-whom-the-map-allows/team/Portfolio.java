package sample.team;

class Portfolio {
    sample.notification.NoticeDispatch everybodyMayTell;
    sample.performance.Ranking ranking;
}
