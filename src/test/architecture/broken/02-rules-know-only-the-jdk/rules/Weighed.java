package sample.rules;

class Weighed {
    jakarta.inject.Provider<Money> later;
}
