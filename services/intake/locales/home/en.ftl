# Who at home follows the case, and why.
home-title = Who at home follows the case
home-follows = follows the case
home-not = does not follow the case
home-protected = Protected address
home-protected-how = Nothing goes to this family automatically. Everything goes by hand, and neither school nor address may stand in what is sent.
home-decides-alone = The pupil is 15 and decides about the education (§ 24-5). The parents are told of the case until the pupil is 18.
home-why-responsibility = Has parental responsibility.
home-why-no_responsibility = Does not have parental responsibility. Is told only when a leader decides so in this case.
home-why-barnevern = Barnevernet has the care, and decides together with the foster home (§ 24-4).
home-why-foster = Foster home. Decides together with barnevernet (§ 24-4).
home-why-care_taken_over = Barnevernet has taken over the care. It is they who decide then (§ 24-4).
home-why-of_age = The pupil is 18 and decides who is told anything.
home-why-not_in_time = Is in the directory for another time than now.
home-why-let_in = A leader has decided that this person follows the case.
home-why-left_out = A leader has decided that this person does not follow the case.
home-decide = Decide otherwise than the rule
home-decide-how = It counts in this case only, from now on. The reason stays, and the family does not see it here.
home-who = Who
home-effect = What counts
home-in = Follows the case
home-out = Does not follow the case
home-rule = As the rule says
home-reason = Why
home-do = Save the decision
event-home-decided = { $code ->
    [in] { $person } follows the case, as a leader has decided
    [out] { $person } does not follow the case, as a leader has decided
   *[rule] { $person } follows the case as the rule says
}

# Parental responsibility in the population register and in the roster.
custody-title = Parental responsibility that does not agree
custody-lead = Here the population register says otherwise than the pupil list of { $school }. Nothing has been changed. Look at each child, and choose what counts.
custody-only_register = The population register says that { $name } has parental responsibility. The pupil list does not name { $name } for this child.
custody-only_roster = In the pupil list { $name } has parental responsibility. The population register does not know of it.
custody-more_in_register = The population register says that { $name } has parental responsibility. In the pupil list { $name } does not.
custody-less_in_register = The population register says that { $name } does not have parental responsibility. In the pupil list { $name } does.
custody-counts = What counts
custody-counts-register = The population register
custody-counts-roster = The pupil list
custody-reason = Why
custody-do = Save
custody-empty = The population register and the pupil list say the same.
custody-link = Parental responsibility that does not agree
