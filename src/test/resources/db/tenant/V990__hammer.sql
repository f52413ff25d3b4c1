CREATE TABLE hammer_basket (
    id      bigint  PRIMARY KEY,
    owner   text    NOT NULL,
    version integer NOT NULL
);

CREATE TABLE hammer_line (
    id     bigint PRIMARY KEY,
    basket bigint NOT NULL REFERENCES hammer_basket,
    owner  text   NOT NULL,
    count  bigint NOT NULL
);

CREATE TABLE hammer_tag (
    basket bigint NOT NULL REFERENCES hammer_basket,
    tag    text   NOT NULL
);
