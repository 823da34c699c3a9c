package sample.audit;

import sample.account.PeopleKeeping;

class Watch {
    PeopleKeeping watched;
}
