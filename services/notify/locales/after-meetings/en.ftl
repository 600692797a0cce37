letter-name-meanwhile-ready = What happens until the next meeting
letter-name-answer-ready = An answer to something the family raised
