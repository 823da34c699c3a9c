package sample.team;

class Portfolio {
    sample.notification.NoticePosting everybodyMayTell;
    sample.performance.Ranking ranking;
}
