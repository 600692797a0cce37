{{- define "samspill.services" -}}intake meetings notify escalation{{- end }}

{{/* Labels of one thing: dict root, component, part (may be empty). */}}
{{- define "samspill.selector" -}}
app.kubernetes.io/name: samspill
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- with .part }}
samspill.part: {{ . }}
{{- end }}
{{- end }}

{{- define "samspill.labels" -}}
{{ include "samspill.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "samspill.image" -}}
{{- with .root.Values.image.registry }}{{ trimSuffix "/" . }}/{{ end }}samspill-{{ .service }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{/* Nobody in particular, on a file system that cannot be written. */}}
{{- define "samspill.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "samspill.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{/* What a service is told: dict root, service. Which settings exist, and which are secret, is written by the code. */}}
{{- define "samspill.environment" -}}
{{- $root := .root }}
{{- $own := index $root.Values .service }}
- {name: BASE_URL, value: {{ printf "https://%s" (required "host: the address people type" $root.Values.host) | quote }}}
- {name: SAMSPILL_PROFILE, value: production}
{{- /* Only the gateway can reach a service's port; the network policy says so. */}}
- {name: FORWARDED_ALLOW_IPS, value: "*"}
{{- if $root.Values.trust.configMap }}
- {name: SSL_CERT_FILE, value: /etc/samspill/trust/ca.crt}
{{- end }}
{{- range index ($root.Files.Get "files/settings.json" | fromJson) .service }}
{{- $asked := or .needed (has .name (default list $own.alsoSecret)) }}
{{- if and .secret $asked }}
- {name: {{ .name }}_FILE, value: /run/secrets/samspill/{{ .key }}}
{{- else if not .secret }}
{{- $given := dig .name (dig .name "" $root.Values.settings) (default dict $own.settings) }}
{{- if ne (toString $given) "" }}
- {name: {{ .name }}, value: {{ toString $given | quote }}}
{{- else if .needed }}
{{- if not (has .name (list "BASE_URL")) }}
{{- fail (printf "settings.%s is needed: %s" .name .says) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "samspill.mounts" -}}
- {name: secrets, mountPath: /run/secrets/samspill, readOnly: true}
- {name: tmp, mountPath: /tmp}
{{- if .root.Values.trust.configMap }}
- {name: trust, mountPath: /etc/samspill/trust, readOnly: true}
{{- end }}
{{- end }}

{{- define "samspill.volumes" -}}
{{- $root := .root }}
- name: tmp
  emptyDir: {sizeLimit: 64Mi}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      - secret:
          name: {{ index $root.Values.secrets .service }}
          items:
            {{- range index ($root.Files.Get "files/settings.json" | fromJson) .service }}
            {{- if and .secret (not .shared) (or .needed (has .name (default list (index $root.Values $.service).alsoSecret))) }}
            - {key: {{ .key }}, path: {{ .key }}}
            {{- end }}
            {{- end }}
      - secret:
          name: {{ $root.Values.secrets.shared }}
          items:
            {{- range index ($root.Files.Get "files/settings.json" | fromJson) .service }}
            {{- if .shared }}
            - {key: {{ .key }}, path: {{ .key }}}
            {{- end }}
            {{- end }}
{{- with $root.Values.trust.configMap }}
- name: trust
  configMap: {name: {{ . }}}
{{- end }}
{{- end }}

{{/* The processes a service is split into, by name: the roles they run. */}}
{{- define "samspill.parts" -}}
{{- if .Values.split }}
web: web
worker: worker
relay: relay,timers
{{- else }}
all: web,worker,relay,timers
{{- end }}
{{- end }}

{{- define "samspill.placement" -}}
{{- with .Values.nodeSelector }}
nodeSelector: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.image.pullSecrets }}
imagePullSecrets: {{ toYaml . | nindent 2 }}
{{- end }}
{{- end }}
