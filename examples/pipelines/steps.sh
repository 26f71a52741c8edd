#!/usr/bin/env bash
# The steps of a pipeline for stacks of cdktf-ack, so that a laptop, GitHub Actions and any other runner do the same.
#
#   steps.sh synth              synthesizes the stacks; cdktf.out/limits.sarif is there also when a limit breaks
#   steps.sh order              names the stacks, each after those that it needs
#   steps.sh compare <folder>   what changes against an older cdktf.out, without an account
#   steps.sh rehearse           deploys all stacks in the lab, and plans them again: nothing may be left to change
#   steps.sh plan <stack>       plans a stack, and has the guard judge the plan
#   steps.sh deploy <stack>     applies the plan that was judged
#   steps.sh drift <stack>      fails when the account is not as the state says
#
# Programs can be replaced by variables of the environment: SYNTH, CDKTF_ACK, CDKTF_ACK_LAB, TERRAFORM.
set -euo pipefail

root="$PWD"
synth="${SYNTH:-npx cdktf synth}"
guard="${CDKTF_ACK:-npx cdktf-ack} guard"
lab="${CDKTF_ACK_LAB:-npx cdktf-ack-lab}"
terraform="${TERRAFORM:-terraform}"

# Backends of older Terraform know these names alone.
if [ -n "${ALIBABA_CLOUD_ACCESS_KEY_ID:-}" ]; then
  export ALICLOUD_ACCESS_KEY="$ALIBABA_CLOUD_ACCESS_KEY_ID"
  export ALICLOUD_SECRET_KEY="${ALIBABA_CLOUD_ACCESS_KEY_SECRET:-}"
  export ALICLOUD_SECURITY_TOKEN="${ALIBABA_CLOUD_SECURITY_TOKEN:-}"
fi

folder_of() { echo "$root/cdktf.out/stacks/$1"; }

order() {
  node -e '
    const { stacks } = require(process.argv[1]);
    const done = new Set();
    const visit = (name) => {
      if (done.has(name)) return;
      done.add(name);
      [...stacks[name].dependencies].sort().forEach(visit);
      console.log(name);
    };
    Object.keys(stacks).sort().forEach(visit);
  ' "$root/cdktf.out/manifest.json"
}

# A stack that was not there before has nothing to lose.
compare() {
  local failed=0 stack
  for stack in $(order); do
    if [ -f "$1/stacks/$stack/cdk.tf.json" ]; then
      $guard --before "$1/stacks/$stack/cdk.tf.json" "$(folder_of "$stack")/cdk.tf.json" || failed=$?
    fi
  done
  return "$failed"
}

# One account for all stacks, so that each finds what those before it have made.
rehearse() {
  local stack account
  account="$(mktemp -d)/account.json"
  for stack in $(order); do
    echo "rehearse $stack"
    (
      cd "$(folder_of "$stack")"
      $lab --account "$account" -- sh -c "
        $terraform init -input=false >/dev/null &&
        $terraform apply -input=false -auto-approve &&
        $terraform plan -input=false -detailed-exitcode"
    )
  done
}

plan() {
  cd "$(folder_of "$1")"
  $terraform init -input=false
  $terraform plan -input=false -out tfplan
  $terraform show -json tfplan >plan.json
  $guard plan.json --today "$(date +%F)" --sarif guard.sarif
}

deploy() {
  cd "$(folder_of "$1")"
  $terraform apply -input=false tfplan
}

drift() {
  cd "$(folder_of "$1")"
  $terraform init -input=false
  $terraform plan -input=false -lock=false -detailed-exitcode
}

case "${1:-}" in
  synth) $synth ;;
  order | rehearse) "$1" ;;
  compare | plan | deploy | drift) "$1" "${2:?$1 needs an argument}" ;;
  *)
    sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0" >&2
    exit 1
    ;;
esac
