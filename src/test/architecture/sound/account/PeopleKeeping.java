package sample.account;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class PeopleKeeping {}
